// The page of the window that asks for secrets: src/main/shell/secret-window.ts.
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from '#renderer/app/query.ts';
import { ProblemError } from '#shared/problem.ts';
import '../ui/base.css';
import { SecretPage } from './SecretPage.tsx';

// A refused call has been told where it was made.
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof ProblemError) event.preventDefault();
});

const [purpose = '', about = ''] = location.hash.slice(1).split('/');

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <SecretPage purpose={purpose} about={decodeURIComponent(about)} />
    </QueryClientProvider>
  </StrictMode>,
);
