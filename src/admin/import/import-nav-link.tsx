'use client'

import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { importWords } from '../words/import.ts'
import { useWords } from '../words/use-words.ts'

/** Leads to the import, for those who may. */
export function ImportNavLink() {
  const { config } = useConfig()
  const { user } = useAuth()
  const pathname = usePathname()
  const words = useWords(importWords)
  if ((user as { role?: string } | null)?.role === 'translator') return null
  const href = `${config.routes.admin}/import`
  return (
    <Link
      aria-current={pathname === href ? 'page' : undefined}
      className="nav__link"
      href={href}
      id="nav-import"
      prefetch={false}
    >
      <span className="nav__link-label">{words.title}</span>
    </Link>
  )
}
