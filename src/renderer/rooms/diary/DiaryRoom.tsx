export default function DiaryRoom(_props: object) {
  return null;
}
