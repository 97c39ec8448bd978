export default function ExhibitsTab(_props: object) {
  return null;
}
