import type { ProjectOptions } from '../config/project.js'
import { type ExitCode, exitCodes } from '../exit-codes.js'
import { reviewMarkdown } from '../review/review-markdown.js'
import { reviewPage } from '../review/review-page.js'
import { noticesTo } from '../terminal/notices.js'
import type { World } from '../world.js'
import { ledgerFiles, written } from './claims.js'

export const reviewFormats = ['html', 'markdown'] as const

export interface ReviewOptions extends ProjectOptions {
  readonly format: (typeof reviewFormats)[number]
  readonly outputFile?: string
  readonly color?: boolean
  readonly stdinFilename?: string
}

/** `proviso report`: one page for a review. Findings are no failure here: 0 unless something could not be read. */
export async function review(paths: readonly string[], options: ReviewOptions, world: World): Promise<ExitCode> {
  const { files, failed } = await ledgerFiles(paths, options, world)
  const make = options.format === 'html' ? reviewPage : reviewMarkdown
  await written(make(files, world.loadPack()), options.outputFile, world)
  if (options.outputFile !== undefined) noticesTo(world, options.color).note(`the review is in ${options.outputFile}`)
  return failed ? exitCodes.failed : exitCodes.clean
}
