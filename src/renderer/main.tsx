import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProblemError } from '#shared/problem.ts';
import { App } from './app/App.tsx';
import { queries } from './app/query.ts';
import './ui/base.css';

// A refused command has been told where it was given: its promise needs no second report.
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof ProblemError) event.preventDefault();
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
