/** The name of a case: “v.” in italics and bound to the first name, as law reports set it. */
export function CaseName({ title }: { title: string }) {
  const found = /^(.*?)\s+(v\.?|vs\.?|versus)\s+(.*)$/i.exec(title);
  if (!found) return <bdi>{title}</bdi>;
  return (
    <bdi>
      {found[1]}
      {'\u00a0'}
      <i>v.</i> {found[3]}
    </bdi>
  );
}
