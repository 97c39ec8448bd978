/** One matter as the index of an export lists it; files by their path in the export. */
export interface ExportedMatter {
  reference: string;
  title: string;
  openedOn: string;
  closedOn: string | null;
  proceedings: { title: string; forum: string }[];
  files: { title: string; path: string }[];
  drafts: { title: string; path: string }[];
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
const address = (path: string) => path.split('/').map(encodeURIComponent).join('/');

/** A page without scripts that any browser opens from the disk and that finds every file of the export. */
export function indexPage({ name, at, matters }: { name: string; at: string; matters: ExportedMatter[] }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(name)}: case files</title>
<style>
body { font: 16px/1.5 Georgia, "Noto Naskh Arabic", serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #231e18; background: #fbf9f4 }
h2 { margin-block: 2rem 0; border-block-end: 1px solid #8b806d }
p, ul { margin-block: .5rem }
small { color: #6b6152 }
</style>
</head>
<body>
<h1>${html(name)}</h1>
<p>Everything that the vault held on ${html(at.slice(0, 10))}: ${matters.length} ${matters.length === 1 ? 'matter' : 'matters'}. This folder is not encrypted.</p>
<p>The records are in <a href="records/">records/</a> as JSON, described by <a href="schema.json">schema.json</a>. <a href="SHA256SUMS">SHA256SUMS</a> has the hash of every file.</p>
${matters.map(section).join('\n')}
</body>
</html>
`;
}

function section({ reference, title, openedOn, closedOn, proceedings, files, drafts }: ExportedMatter): string {
  const open = closedOn === null ? `opened ${openedOn}` : `opened ${openedOn}, closed ${closedOn}`;
  const links = (items: { title: string; path: string }[]) =>
    items.map((item) => `<li><a href="${address(item.path)}"><bdi>${html(item.title)}</bdi></a></li>`).join('\n');
  return [
    `<h2><bdi>${html(title)}</bdi></h2>`,
    `<p><small>${html(reference)}, ${html(open)}</small></p>`,
    proceedings.length === 0
      ? ''
      : `<ul>${proceedings.map((each) => `<li><bdi>${html(each.title)}</bdi>, ${html(each.forum)}</li>`).join('\n')}</ul>`,
    files.length === 0 ? '' : `<h3>Exhibits</h3>\n<ul>${links(files)}</ul>`,
    drafts.length === 0 ? '' : `<h3>Drafts</h3>\n<ul>${links(drafts)}</ul>`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}
