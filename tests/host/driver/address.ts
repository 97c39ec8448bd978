/** Chromium knows no misl:// scheme, so misl://app/x is shown at https://app.misl.invalid/x, a name that can't exist. */
export function outward(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/, 'https://$2.$1.invalid');
}

/** The app's own address of what Chromium asks for; any other address as it is. */
export function inward(url: string): string {
  const match = /^https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.invalid(?=[/?#]|$)/.exec(url);
  return match ? `${match[2]}://${match[1]}${url.slice(match[0].length)}` : url;
}
