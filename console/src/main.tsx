/// The console starts here: theme, keys, log-in, then the pages.
import './kit/base.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import { Problem } from './api/client'
import { SignedIn } from './frame/SignedIn'
import { listenForKeys } from './frame/keys'
import { applyTheme } from './frame/preferences'
import { makeRouter } from './frame/routes'

applyTheme()
listenForKeys()

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 4000,
      gcTime: 60_000,
      refetchOnWindowFocus: true,
      retry: (failures, fault) => failures < 2 && !(fault instanceof Problem && fault.status >= 400 && fault.status < 500),
      placeholderData: (before: unknown) => before,
    },
  },
})
const router = makeRouter(queries)

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <I18nProvider locale="en-GB">
        <SignedIn>
          <RouterProvider router={router} />
        </SignedIn>
      </I18nProvider>
    </QueryClientProvider>
  </StrictMode>,
)
