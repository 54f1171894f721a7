import { BlocksFeature, lexicalEditor } from '@payloadcms/richtext-lexical'
import type { Block } from 'payload'

/** A place in a text that shows one of the document's figures, by the id of its row. */
const figure: Block = {
  slug: 'figure',
  labels: {
    singular: { en: 'Figure', es: 'Cifra' },
    plural: { en: 'Figures', es: 'Cifras' },
  },
  admin: {
    disableBlockName: true,
    components: { Label: '/admin/figures/figure-label.tsx#FigureLabel' },
  },
  fields: [
    {
      name: 'figure',
      type: 'text',
      required: true,
      label: { en: 'Figure', es: 'Cifra' },
      admin: {
        components: { Field: '/admin/figures/figure-choice.tsx#FigureChoice' },
        description: {
          en: 'Which of the claim’s figures stands here. When the figure changes, so does the text.',
          es: 'Cuál de las cifras de la afirmación figura aquí. Cuando cambia la cifra, cambia el texto.',
        },
      },
    },
    {
      name: 'withDate',
      type: 'checkbox',
      label: { en: 'With its date', es: 'Con su fecha' },
      admin: {
        description: {
          en: 'Whether the date stands behind the number. Otherwise it is in the list of figures.',
          es: 'Si la fecha va detrás del número. Si no, está en la lista de cifras.',
        },
      },
    },
  ],
}

export const figuresEditor = lexicalEditor({
  features: ({ rootFeatures }) => [
    ...rootFeatures,
    lenient(BlocksFeature({ inlineBlocks: [figure] })),
  ],
})

type Provider = ReturnType<typeof BlocksFeature>

/**
 * Payload breaks on a block without fields, also when a reader asks for it. Texts that clients write may
 * have one; it is refused when it is to be published.
 */
function lenient(provider: Provider): Provider {
  const { feature } = provider
  return {
    ...provider,
    async feature(args) {
      const made = typeof feature === 'function' ? await feature(args as never) : feature
      return {
        ...made,
        nodes: (made.nodes ?? []).map((node) => ({
          ...node,
          getSubFields: (asked) =>
            asked.node && !Object(asked.node).fields ? [] : (node.getSubFields?.(asked) ?? []),
        })),
      }
    },
  } as Provider
}
