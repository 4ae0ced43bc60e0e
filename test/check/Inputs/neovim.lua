-- Says what the server has found in the file, as Neovim has got it, and ends.
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, each in ipairs(vim.diagnostic.get(0)) do
  io.stdout:write(each.lnum + 1, ': ', each.message, '\n')
end
vim.cmd('qall!')
