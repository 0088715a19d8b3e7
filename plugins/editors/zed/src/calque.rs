//! calque in Zed: starts the program that is on the PATH, with the settings of `lsp.calque`.
use zed_extension_api::{self as zed, settings::LspSettings, LanguageServerId, Result, Worktree};

struct Calque;

impl zed::Extension for Calque {
    fn new() -> Self {
        Calque
    }

    fn language_server_command(&mut self, _id: &LanguageServerId, worktree: &Worktree) -> Result<zed::Command> {
        let command = worktree.which("calque").ok_or("calque is not on the PATH")?;
        Ok(zed::Command { command, args: vec!["lsp".into()], env: worktree.shell_env() })
    }

    fn language_server_workspace_configuration(
        &mut self,
        _id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        let settings = LspSettings::for_worktree("calque", worktree)?.settings;
        Ok(settings.map(|section| zed::serde_json::json!({ "calque": section })))
    }
}

zed::register_extension!(Calque);
