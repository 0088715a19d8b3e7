-- calque in micro: its findings in the gutter, and its safe fixes as a command.
VERSION = "0.1.0"

local config = import("micro/config")
local micro = import("micro")
local shell = import("micro/shell")

-- Files that calque reads have to be on the disk: micro saves, calque mends, micro reads again.
function fix(pane)
  pane:Save()
  local said, trouble = shell.ExecCommand("calque", "fix", "-q", pane.Buf.AbsPath)
  if trouble ~= nil and said ~= "" then micro.InfoBar():Error(said) end
  pane.Buf:ReOpen()
  linter.runLinter(pane.Buf)
end

function init()
  for _, filetype in ipairs({ "markdown", "unknown", "html" }) do
    linter.makeLinter("calque", filetype, "calque",
      { "check", "--exit-zero", "--format", "unix", "%f" }, "%f:%l:%c: %a+: %m")
  end
  config.MakeCommand("calquefix", fix, config.NoComplete)
end
