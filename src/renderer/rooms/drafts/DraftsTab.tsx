export default function DraftsTab(_props: object) {
  return null;
}
