import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LeaveWithTab as LeaveWithTab_485424047f2b7a25e0a0cabdc2718105 } from '../../../admin/rich-text/leave-with-tab.tsx'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ReviewPanel as ReviewPanel_4019d5fedf4e19b90ff2101130f3be40 } from '../../../admin/review/review-panel.tsx'
import { ReviewNotes as ReviewNotes_64da0e848fe0a2c5624a1723429a3f96 } from '../../../admin/review/review-notes.tsx'
import { LinksPanel as LinksPanel_d88eab2fa0c31f3c0adf8fcf2b89b959 } from '../../../admin/preview/links-panel.tsx'
import { SchedulesPanel as SchedulesPanel_f46d346290514ac3208ebd190c98a330 } from '../../../admin/scheduling/schedules-panel.tsx'
import { ListFiles as ListFiles_ffb7d2e966971abfba4abd0d880a6893 } from '../../../admin/spreadsheets/list-files.tsx'
import { LeaveDocument as LeaveDocument_65f111a0d845f4852d13a2c0c3da7d0f } from '../../../admin/leave-document.tsx'
import { CopyCampaign as CopyCampaign_074f99c1f906d50fb2b5f7dfa95f6a53 } from '../../../admin/copy-campaign.tsx'
import { TranslateView as TranslateView_0c32355c375cc227fe3dbb26edfd7a8e } from '../../../admin/translate-view.tsx'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FigureChoice as FigureChoice_6c57041d3d6d3e9ea53d45d7b7bc3d9d } from '../../../admin/figures/figure-choice.tsx'
import { FigureLabel as FigureLabel_21c77a05e69aa8283261174ac5dd6496 } from '../../../admin/figures/figure-label.tsx'
import { LinkCheckField as LinkCheckField_e579ee7e9b3e38f0a94671cb0e61558e } from '../../../admin/links/link-check-field.tsx'
import { LinkLists as LinkLists_0c78f81b009627e4bbadff03f79ebb79 } from '../../../admin/links/link-lists.tsx'
import { PartnerKeysField as PartnerKeysField_20872665be753457e46bf0df93db4ca7 } from '../../../admin/partner-keys-field.tsx'
import { PartnerUsageField as PartnerUsageField_f717c0f9ecc8edacabead818d41f64c4 } from '../../../admin/partner-usage-field.tsx'
import { WebhookActions as WebhookActions_f96f9ff4a52e889bdf0998bc19881a6b } from '../../../admin/webhook-actions.tsx'
import { DeliveryActions as DeliveryActions_04b19b004c42464c74046549f4782617 } from '../../../admin/delivery-actions.tsx'
import { EventField as EventField_72826ef5bf1cd5d806769bbe39ef2097 } from '../../../admin/event-field.tsx'
import { DeliveryLists as DeliveryLists_ef3dd1d5aedaf45fae91d565eca84169 } from '../../../admin/delivery-lists.tsx'
import { InviteAgainField as InviteAgainField_6670dc02edba2a7eed60f102b6e94dcb } from '../../../admin/accounts/invite-again-field.tsx'
import { SetupTokenField as SetupTokenField_1520408d67ef9a291886845534b43817 } from '../../../admin/setup-token-field.tsx'
import { InviteForm as InviteForm_df0c8c93e8e8931be006df2473999034 } from '../../../admin/accounts/invite-form.tsx'
import { QueryPresetsAccessCell as QueryPresetsAccessCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsWhereCell as QueryPresetsWhereCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsWhereField as QueryPresetsWhereField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsColumnsCell as QueryPresetsColumnsCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsColumnField as QueryPresetsColumnField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsGroupByCell as QueryPresetsGroupByCell_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { QueryPresetsGroupByField as QueryPresetsGroupByField_2b8867833a34864a02ddf429b0728a40 } from '@payloadcms/next/client'
import { Search as Search_0617cdba1201c7a9e073efcd91f9e365 } from '../../../admin/search/search.tsx'
import { ImportNavLink as ImportNavLink_63660eafa4bdd0aa7a0da40e974a9659 } from '../../../admin/import/import-nav-link.tsx'
import { Home as Home_9f0c7efb0fe6835828c3acaeaf830c32 } from '../../../admin/home.tsx'
import { KeepTyping as KeepTyping_8ff1a8b0c7c8ce46c00103bb2bb2a0ff } from '../../../admin/keep-typing.tsx'
import { ImportView as ImportView_2251308ffe2291e912fca45e0cf0e2a1 } from '../../../admin/import/import-view.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "/admin/rich-text/leave-with-tab.tsx#LeaveWithTab": LeaveWithTab_485424047f2b7a25e0a0cabdc2718105,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/review/review-panel.tsx#ReviewPanel": ReviewPanel_4019d5fedf4e19b90ff2101130f3be40,
  "/admin/review/review-notes.tsx#ReviewNotes": ReviewNotes_64da0e848fe0a2c5624a1723429a3f96,
  "/admin/preview/links-panel.tsx#LinksPanel": LinksPanel_d88eab2fa0c31f3c0adf8fcf2b89b959,
  "/admin/scheduling/schedules-panel.tsx#SchedulesPanel": SchedulesPanel_f46d346290514ac3208ebd190c98a330,
  "/admin/spreadsheets/list-files.tsx#ListFiles": ListFiles_ffb7d2e966971abfba4abd0d880a6893,
  "/admin/leave-document.tsx#LeaveDocument": LeaveDocument_65f111a0d845f4852d13a2c0c3da7d0f,
  "/admin/copy-campaign.tsx#CopyCampaign": CopyCampaign_074f99c1f906d50fb2b5f7dfa95f6a53,
  "/admin/translate-view.tsx#TranslateView": TranslateView_0c32355c375cc227fe3dbb26edfd7a8e,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/figures/figure-choice.tsx#FigureChoice": FigureChoice_6c57041d3d6d3e9ea53d45d7b7bc3d9d,
  "/admin/figures/figure-label.tsx#FigureLabel": FigureLabel_21c77a05e69aa8283261174ac5dd6496,
  "/admin/links/link-check-field.tsx#LinkCheckField": LinkCheckField_e579ee7e9b3e38f0a94671cb0e61558e,
  "/admin/links/link-lists.tsx#LinkLists": LinkLists_0c78f81b009627e4bbadff03f79ebb79,
  "/admin/partner-keys-field.tsx#PartnerKeysField": PartnerKeysField_20872665be753457e46bf0df93db4ca7,
  "/admin/partner-usage-field.tsx#PartnerUsageField": PartnerUsageField_f717c0f9ecc8edacabead818d41f64c4,
  "/admin/webhook-actions.tsx#WebhookActions": WebhookActions_f96f9ff4a52e889bdf0998bc19881a6b,
  "/admin/delivery-actions.tsx#DeliveryActions": DeliveryActions_04b19b004c42464c74046549f4782617,
  "/admin/event-field.tsx#EventField": EventField_72826ef5bf1cd5d806769bbe39ef2097,
  "/admin/delivery-lists.tsx#DeliveryLists": DeliveryLists_ef3dd1d5aedaf45fae91d565eca84169,
  "/admin/accounts/invite-again-field.tsx#InviteAgainField": InviteAgainField_6670dc02edba2a7eed60f102b6e94dcb,
  "/admin/setup-token-field.tsx#SetupTokenField": SetupTokenField_1520408d67ef9a291886845534b43817,
  "/admin/accounts/invite-form.tsx#InviteForm": InviteForm_df0c8c93e8e8931be006df2473999034,
  "@payloadcms/next/client#QueryPresetsAccessCell": QueryPresetsAccessCell_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsWhereCell": QueryPresetsWhereCell_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsWhereField": QueryPresetsWhereField_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsColumnsCell": QueryPresetsColumnsCell_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsColumnField": QueryPresetsColumnField_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsGroupByCell": QueryPresetsGroupByCell_2b8867833a34864a02ddf429b0728a40,
  "@payloadcms/next/client#QueryPresetsGroupByField": QueryPresetsGroupByField_2b8867833a34864a02ddf429b0728a40,
  "/admin/search/search.tsx#Search": Search_0617cdba1201c7a9e073efcd91f9e365,
  "/admin/import/import-nav-link.tsx#ImportNavLink": ImportNavLink_63660eafa4bdd0aa7a0da40e974a9659,
  "/admin/home.tsx#Home": Home_9f0c7efb0fe6835828c3acaeaf830c32,
  "/admin/keep-typing.tsx#KeepTyping": KeepTyping_8ff1a8b0c7c8ce46c00103bb2bb2a0ff,
  "/admin/import/import-view.tsx#ImportView": ImportView_2251308ffe2291e912fca45e0cf0e2a1,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
