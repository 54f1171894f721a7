import type { SanitizedConfig } from 'payload'

export type ReviewOptions = {
  /** Whether a claim needs evidence, or an admin's reason, to be published. */
  evidenceRequired: boolean
  /** Whether people may approve what they wrote last. */
  ownApproval: boolean
}

/** Where the config keeps the options, for those who publish without being asked by a client. */
export const optionsKey = 'handbillReview'

const lenient: ReviewOptions = { evidenceRequired: false, ownApproval: true }

export const reviewOptionsOf = ({ custom }: Pick<SanitizedConfig, 'custom'>): ReviewOptions =>
  (custom?.[optionsKey] as ReviewOptions | undefined) ?? lenient
