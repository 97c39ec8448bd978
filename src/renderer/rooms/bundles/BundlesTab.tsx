export default function BundlesTab(_props: object) {
  return null;
}
