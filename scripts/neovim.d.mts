/** The command that starts Neovim, or why there is none. */
export function neovim(): { readonly command: string } | { readonly command?: undefined; readonly missing: string }
