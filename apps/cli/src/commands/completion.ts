/** `tandem completion`: prints a script that completes commands and options in a shell. */
import { Argument, type Command } from 'commander';
import { completionScript, SHELLS, type Shell } from '../reference/completion-script.js';

const INSTALL = `
Add the line for your shell to its start file:

  bash        source <(tandem completion bash)                                     ~/.bashrc
  zsh         source <(tandem completion zsh)                                      ~/.zshrc, after compinit
  fish        tandem completion fish | source                                      ~/.config/fish/config.fish
  PowerShell  tandem completion powershell | Out-String | Invoke-Expression        $PROFILE`;

/** @param fullProgram every command that the script completes */
export function addCompletion(program: Command, fullProgram: () => Promise<Command>): void {
  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'shell that runs the script').choices(SHELLS))
    .addHelpText('after', INSTALL)
    .action(async (shell: Shell) => {
      process.stdout.write(completionScript(shell, await fullProgram()));
    });
}
