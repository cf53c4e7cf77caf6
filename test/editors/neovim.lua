-- Drives the server from Neovim and prints one JSON line with what an editor got. Works from Neovim 0.7 on.
local server, file = vim.env.PROVISO_SERVER, vim.env.PROVISO_FILE
local result = {}

local function finish()
  io.stdout:write(vim.fn.json_encode(result) .. '\n')
  vim.cmd('qall!')
end

local function wait_for(what, test)
  if not vim.wait(30000, test, 20) then
    result.timeout = what
    finish()
  end
end

vim.cmd('edit ' .. file)
vim.bo.filetype = 'markdown'
local client = vim.lsp.start_client({
  name = 'proviso',
  cmd = { vim.env.PROVISO_NODE, server, '--stdio' },
  root_dir = vim.fn.fnamemodify(file, ':h'),
})
vim.lsp.buf_attach_client(0, client)

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 30000) or {}
  local answer = answers[client] or {}
  if answer.error then result.problem = answer.error.message end
  return answer.result
end

wait_for('first diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
local found = vim.diagnostic.get(0)[1]
result.diagnostic = { code = found.code, source = found.source, lnum = found.lnum, col = found.col }

local position = { line = found.lnum, character = found.col }
local document = { uri = vim.uri_from_bufnr(0) }
local hover = request('textDocument/hover', { textDocument = document, position = position })
result.hover = hover and hover.contents.value

local actions = request('textDocument/codeAction', {
  textDocument = document,
  range = { start = position, ['end'] = position },
  context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0, found.lnum) },
}) or {}
result.actions = vim.tbl_map(function(action) return action.title end, actions)
local action = actions[1]
if action and not action.edit then action = request('codeAction/resolve', action) end
if action and action.edit then
  vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
  wait_for('diagnostics after the fix', function() return #vim.diagnostic.get(0) == 0 end)
  result.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end
finish()
