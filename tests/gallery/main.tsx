import '#renderer/ui/base.css';
import { createRoot } from 'react-dom/client';
import { KitProvider } from '#renderer/ui/words.tsx';
import { Gallery } from './Gallery.tsx';

const asked = new URLSearchParams(location.search);
const lang = asked.get('lang') === 'ur' ? 'ur' : 'en';
document.documentElement.dataset.theme = asked.get('theme') ?? 'light';
document.documentElement.lang = lang;
document.documentElement.dir = lang === 'ur' ? 'rtl' : 'ltr';

createRoot(document.getElementById('root')!).render(
  <KitProvider locale={lang === 'ur' ? 'ur-PK-u-nu-latn' : 'en-GB'}>
    <Gallery lang={lang} open={asked.get('open')} />
  </KitProvider>,
);
