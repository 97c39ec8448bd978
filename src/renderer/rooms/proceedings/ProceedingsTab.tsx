export default function ProceedingsTab(_props: object) {
  return null;
}
