const nobody = () => false

/** A collection with no doors of its own: what may be known of it is told by those who keep it. */
export const closed = {
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  endpoints: false,
  graphQL: false,
  lockDocuments: false,
} as const
