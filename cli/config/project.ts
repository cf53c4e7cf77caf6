import { dirname, resolve } from 'node:path'
import type { ConfigProblem } from '../../engine/config/config-problem.js'
import type { Pack } from '../../engine/rules/pack.js'
import { defaultSettings, type Settings } from '../../engine/settings.js'
import type { World } from '../world.js'
import { configFinder } from './find-config.js'

/** The rules and the settings that hold for the files under one configuration. */
export interface Project {
  readonly pack: Pack
  readonly problems: readonly ConfigProblem[]
  /** For a path that is absolute. */
  settingsFor(path: string): Settings
  isIgnored(path: string): boolean
}

export interface ProjectOptions {
  /** A configuration that holds for all files, in place of the nearest; false for none at all. */
  readonly config?: string | boolean
  readonly profile?: string
}

/** The project of a file, made once for each configuration. */
export function projectsFor(world: World, { config, profile }: ProjectOptions): (path: string) => Promise<Project> {
  const find = configFinder()
  const made = new Map<string | undefined, Promise<Project>>()
  const fileFor = (path: string): string | undefined => {
    if (config === false) return undefined
    return typeof config === 'string' ? resolve(world.cwd, config) : find(dirname(path))
  }
  return (path) => {
    const file = fileFor(path)
    const project = made.get(file) ?? makeProject(file, world).then((made) => withProfile(made, profile))
    made.set(file, project)
    return project
  }
}

async function makeProject(file: string | undefined, world: World): Promise<Project> {
  if (file === undefined) return builtInProject(world.loadPack())
  const { configuredProject } = await import('../lazy.js')
  return configuredProject(file, world)
}

const builtInProject = (pack: Pack): Project => ({
  pack,
  problems: [],
  settingsFor: () => defaultSettings,
  isIgnored: () => false,
})

function withProfile(project: Project, profile: string | undefined): Project {
  if (profile === undefined) return project
  return { ...project, settingsFor: (path) => ({ ...project.settingsFor(path), profile }) }
}
