import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { isStaff } from '../../collections/access/roles.ts'
import { cleanPicture, RefusedPicture } from './clean-picture.ts'
import { type PictureType, pictureTypes } from './picture-type.ts'
import { wordsFor } from './words.ts'

/**
 * Puts the clean picture in the place of the file that was sent, before anything else is done with it, and
 * refuses what is none. Nothing is fetched from an address instead, for that would not come by here.
 */
export const takePicture: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return
  // Whoever may not write is refused by Payload right after; their files are not worth unpacking.
  if (!overrideAccess && !isStaff(req.user)) return
  const { file } = req
  if (!file) {
    const isCopy = Boolean((args as { duplicateFromID?: unknown }).duplicateFromID)
    if (operation === 'create' && !isCopy) throw refused(wordsFor(req).needed())
    return
  }
  try {
    const { data, type } = await cleanPicture(file.data)
    req.file = {
      ...file,
      ...{ data, size: data.length },
      ...{ mimetype: pictureTypes[type].mimeType, name: named(file.name, type) },
    }
  } catch (error) {
    if (error instanceof RefusedPicture) throw refused(wordsFor(req)[error.reason](error.size))
    throw error
  }
}

/** Other servers may take a file's name for its type. */
function named(name: string, type: PictureType): string {
  const { extensions } = pictureTypes[type]
  const [, base = name, extension = ''] = /^(.*)\.([^.]*)$/s.exec(name) ?? []
  const isRight = (extensions as readonly string[]).includes(extension.toLowerCase())
  return isRight ? name : `${base}.${extensions[0]}`
}

const refused = (message: string): APIError => new APIError(message, 400, null, true)
