import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { configFinder } from '../../engine/config/find-config.js'
import type { Profile } from '../../engine/config/profiles.js'
import { builtInProject, type Project } from '../../engine/config/project.js'
import { toPosix } from '../files/paths.js'
import type { World } from '../world.js'

/** `config` is the file that describes it, absolute. */
export interface PlacedProject extends Project {
  readonly config?: string
}

export interface ProjectOptions {
  /** A configuration that holds for all files, in place of the nearest; false for none at all. */
  readonly config?: string | boolean
  readonly profile?: string
}

/** The project of a file, made once for each configuration. */
export function projectsFor(
  world: World,
  { config, profile }: ProjectOptions,
): (path: string) => Promise<PlacedProject> {
  const find = configFinder(async (path) => existsSync(path))
  const made = new Map<string | undefined, Promise<PlacedProject>>()
  const fileFor = async (path: string): Promise<string | undefined> => {
    if (config === false) return undefined
    return typeof config === 'string' ? toPosix(resolve(world.cwd, config)) : find(toPosix(dirname(path)))
  }
  return async (path) => {
    const file = await fileFor(path)
    const project = made.get(file) ?? makeProject(file, world).then((made) => withProfile(made, profile))
    made.set(file, project)
    return project
  }
}

async function makeProject(file: string | undefined, world: World): Promise<PlacedProject> {
  if (file === undefined) return builtInProject(world.loadPack())
  const { configFiles, configuredProject } = await import('../lazy.js')
  const project = await configuredProject(file, world.loadPack(), configFiles(world.cwd))
  return {
    ...project,
    config: file,
    settingsFor: (path) => project.settingsFor(toPosix(path)),
    isIgnored: (path) => project.isIgnored(toPosix(path)),
  }
}

function withProfile(project: PlacedProject, profile: string | undefined): PlacedProject {
  if (profile === undefined) return project
  const given = { profile: profile as Profile, profileBy: 'command line' as const }
  return { ...project, settingsFor: (path) => ({ ...project.settingsFor(path), ...given }) }
}
