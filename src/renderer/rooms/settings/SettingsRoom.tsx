export default function SettingsRoom(_props: object) {
  return null;
}
