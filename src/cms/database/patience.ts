import type { Payload } from 'payload'
import { createPulse, type Patience } from '../../http/pulse.ts'
import { pingDatabase } from './condition.ts'
import { inHurry } from './hurry.ts'

/**
 * For how long clients wait for the database. MongoDB is felt the pulse. SQLite is a file that always answers,
 * unless another process keeps everybody from writing; and then reads go on.
 *
 * @param silence milliseconds of it that are waited for
 */
export function patienceWith(payload: Payload, silence: number): Patience {
  return payload.db.name === 'mongoose'
    ? createPulse((signal) => pingDatabase(payload, signal), silence)
    : {
        isSilent: () => false,
        hold(work, isWrite) {
          const begin = () => work(() => false)
          return isWrite ? inHurry(begin) : begin()
        },
        stop() {},
      }
}
