import type { ConfigFiles } from '../engine/config/config-files.js'
import { configuredProject } from '../engine/config/configured-project.js'
import { configFinder, configName } from '../engine/config/find-config.js'
import { folderOf, joinPath } from '../engine/config/paths.js'
import { builtInProject, type Project } from '../engine/config/project.js'
import type { Pack } from '../engine/rules/pack.js'
import { type Accepted, acceptedOn, noneAccepted } from '../engine/waivers/accepted.js'
import { readWaivers } from '../engine/waivers/read-waivers.js'
import { waiversName } from '../engine/waivers/waiver.js'
import { hasPlace, pathOf, withPath } from './uris.js'
import type { Files } from './world.js'

/** The project of each document: the nearest configuration decides, as it does for the command. */
export interface Projects {
  projectFor(uri: string): Promise<Project>
  /** Claims of a document that the team stands by. */
  acceptedFor(uri: string, project: Project): Promise<Accepted>
  /** The file of waivers that counts for a document, or would if there were one. */
  waiversFor(uri: string, project: Project): Promise<string>
  /** Whether a change of a file may change a project. */
  dependsOn(uri: string): boolean
  /** Configurations are read again when they are next asked for. */
  forget(): void
}

export const isConfig = (uri: string): boolean => pathOf(uri).endsWith(`/${configName}`)

export function projectsOf(
  pack: Pack,
  files: Files,
  folderNames: () => readonly string[],
  today: () => string,
): Projects {
  const builtIn = builtInProject(pack)
  const read = new Set<string>()
  let finders = new Map<string, (folder: string) => Promise<string | undefined>>()
  let made = new Map<string, Promise<Project>>()
  let accepted = new Map<string, Promise<Accepted>>()

  const waiversOf = async (uri: string, project: Project): Promise<string | undefined> =>
    project.waivers ??
    (await configFinder((path) => files.exists(withPath(uri, path)), waiversName)(folderOf(pathOf(uri))))

  async function readAccepted(uri: string): Promise<Accepted> {
    const found = await files.read(uri)
    return 'text' in found ? acceptedOn(readWaivers(uri, found.text).waivers, today()) : noneAccepted
  }

  const finderFor = (uri: string) => {
    const place = withPath(uri, '/')
    const find = finders.get(place) ?? configFinder((path) => files.exists(withPath(uri, path)))
    finders.set(place, find)
    return find
  }

  return {
    async projectFor(uri) {
      if (!hasPlace(uri)) return builtIn
      const file = await finderFor(uri)(folderOf(pathOf(uri)))
      if (file === undefined) return builtIn
      const key = withPath(uri, file)
      const project = made.get(key) ?? configuredProject(file, pack, configFilesOf(files, uri, read, folderNames))
      made.set(key, project)
      return project
    },
    async acceptedFor(uri, project) {
      const path = hasPlace(uri) ? await waiversOf(uri, project) : undefined
      if (path === undefined) return noneAccepted
      const file = withPath(uri, path)
      read.add(path)
      const found = accepted.get(file) ?? readAccepted(file)
      accepted.set(file, found)
      return found
    },
    async waiversFor(uri, project) {
      const found = await waiversOf(uri, project)
      if (found !== undefined) return withPath(uri, found)
      const config = await finderFor(uri)(folderOf(pathOf(uri)))
      const folder = folderNames().find((one) => pathOf(uri).startsWith(`${one}/`)) ?? folderOf(pathOf(uri))
      return withPath(uri, joinPath(config === undefined ? folder : folderOf(config), waiversName))
    },
    dependsOn: (uri) =>
      pathOf(uri).endsWith(`/${waiversName}`) ||
      isConfig(uri) ||
      read.has(pathOf(uri)) ||
      [...read].some((path) => pathOf(uri).startsWith(`${path}/`)),
    forget() {
      finders = new Map()
      made = new Map()
      accepted = new Map()
    },
  }
}

/** Files beside a document, by path; what is read is remembered in `read`. */
export function configFilesOf(
  files: Files,
  beside: string,
  read: Set<string>,
  folderNames: () => readonly string[],
): ConfigFiles {
  const seen = (path: string): string => {
    read.add(path)
    return withPath(beside, path)
  }
  return {
    exists: (path) => files.exists(withPath(beside, path)),
    read: (path) => files.read(seen(path)),
    async rulesAt(path) {
      const found = await files.rulesAt(seen(path))
      return 'problem' in found ? found : { paths: found.paths.map(pathOf) }
    },
    shown: (path) => shownPath(path, folderNames()),
  }
}

/** Relative to the workspace folder that holds it. */
function shownPath(path: string, folders: readonly string[]): string {
  const folder = folders.find((one) => path.startsWith(`${one}/`))
  return folder === undefined ? path : path.slice(folder.length + 1)
}
