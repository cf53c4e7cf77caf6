/** Paths with `/`, absolute: `/home/ada/draft.md`, `C:/drafts/draft.md`. They are only taken apart and put together here. */

export const folderOf = (path: string): string => {
  const end = path.lastIndexOf('/')
  return end <= 0 ? '/' : path.slice(0, end)
}

/** What `relative` names when it is read in `folder`; an absolute path is kept. */
export function joinPath(folder: string, relative: string): string {
  const named = relative.replaceAll('\\', '/')
  const parts: string[] = []
  for (const part of (isAbsolute(named) ? named : `${folder}/${named}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  const path = parts.join('/')
  return /^[A-Za-z]:/.test(path) ? path : `/${path}`
}

const isAbsolute = (path: string): boolean => /^(?:\/|[A-Za-z]:\/)/.test(path)
