-- Lets a test drive Neovim over its standard input and output: runs each line of JSON that comes in as Lua, answers with
-- a line of JSON, and says when marks have changed.
local channel
local rest = ''

local function send(message)
  vim.fn.chansend(channel, vim.json.encode(message) .. '\n')
end

local function run(line)
  local asked = vim.json.decode(line)
  local ok, result = pcall(function()
    return assert(loadstring(asked.lua))()
  end)
  if ok then
    send({ id = asked.id, result = result == nil and vim.NIL or result })
  else
    send({ id = asked.id, failed = tostring(result) })
  end
end

channel = vim.fn.stdioopen({
  on_stdin = function(_, lines)
    if #lines == 1 and lines[1] == '' then
      vim.cmd('qall!')
    end
    rest = rest .. lines[1]
    for i = 2, #lines do
      local line = rest
      rest = lines[i]
      vim.schedule(function()
        run(line)
      end)
    end
  end,
})

vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = function()
    send({ changed = true })
  end,
})
