import type { PaginatedDocs } from 'payload'

export type FindArgs = { limit?: number; page?: number; pagination?: boolean }

/** A page as MongoDB's adapter gives it. */
export function pageOf(
  docs: PaginatedDocs['docs'],
  totalDocs: number,
  { limit: asked, page = 1, pagination = true }: FindArgs,
): PaginatedDocs {
  const limit = pagination && asked ? asked : totalDocs
  const totalPages = Math.max(Math.ceil(totalDocs / limit) || 0, 1)
  return {
    docs,
    totalDocs,
    limit,
    totalPages,
    page,
    pagingCounter: (page - 1) * limit + 1,
    hasPrevPage: page > 1,
    hasNextPage: page < totalPages,
    prevPage: page > 1 ? page - 1 : null,
    nextPage: page < totalPages ? page + 1 : null,
  }
}
