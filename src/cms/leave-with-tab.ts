import { createServerFeature } from '@payloadcms/richtext-lexical'

/** Of the editor of texts: a keyboard can leave it. */
export const leaveWithTab = createServerFeature({
  feature: { ClientFeature: '/admin/rich-text/leave-with-tab.tsx#LeaveWithTab' },
  key: 'leaveWithTab',
})
