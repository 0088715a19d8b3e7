-- Loans that English writes as their language does, with its accents or without, and that no lexicon has in
-- lower case: of the kitchen, the arts, the street. Our own compilation.
return [[fiance fiancee http https html json wifi
  d'état d'etat d'oeuvre d'œuvre d'hôte d'hôtel d'accord d'art d'affaires d'être l'oeil qu'il c'est maître vis-à-vis tête-à-tête
  à la carte découpage façade façades crème brûlée brulée entrée entrées café cafés cliché clichés clichéd décor décors déjà vu résumé
  résumés exposé exposés fiancé fiancée fiancés fiancées purée purées puréed pâté pâtés sauté sautéed sautés soufflé soufflés
  naïve naïveté naïvety communiqué communiqués mélange ménage négligée négligé protégé protégée protégés née né éclair éclairs éclat
  élan élite élites émigré émigrés étude études matinée matinées mêlée passé outré risqué roué soirée soirées touché touchée
  coup-d'état papier-mâché pied-à-terre pièce résistance cortège débâcle début débuts débutante déclassé dénouement dépôt
  détente détour fête fêtes fêted flambé flambéed frappé consommé crêpe crêpes croûton croûtons crouton niçoise béarnaise béchamel
  rosé rosés cru crus cuvée millefeuille cassoulet rémoulade tournedos chèvre gruyère comté brie-de-meaux crudités bouchée blasé
  appliqué attaché attachés cabriolé canapé canapés coupé coupés divorcé divorcée glacé habitué lamé macramé manqué piqué
  précis raisonné retroussé séance séances sommelière idée fixe éminence grise cinéma vérité mise-en-scène mise-en-place
  fraîche régime régimes première premières rôle rôles apéritif apéritifs crêperie crêperies bric-à-brac gâteau gâteaux pâtisserie
  pâtisseries pâtissier pliés rôti mâche tartiflette pissaladière crémant crémants terroir flâneuse bouquinistes coladas quinceañeras
  churrascaria churrascarias abuela abuelas abuelo abuelos zócalo malecón chicharrón ají reggaetón chacarera bandoneón ranchera
  maracuyá pupusa pozole birria lechón lumpia bacalhau cañon caffè tiramisù ragù müesli müsli röstis biergarten biergartens gugelhupf
  kugelhopf jägermeister jägerschnitzel grüner über-rich über-cool köttbullar rakı lokum bağlama lángos pálinka koláče knedlíky żurek
  kiełbasa ćevapčići jiaozi xiaolongbao baozi
  über doppelgänger doppelgängers führer gemütlich gemütlichkeit kaffeeklatsch rösti spätzle glühwein gewürztraminer
  piñata piñatas jalapeño jalapeños señor señora señorita señores mañana cabaña compañero compañeros quinceañera habanero habañero
  piña colada vicuña ñandú cañón adiós olé tapas cortado cortados mojito mojitos telenovela telenovelas
  cachaça caipirinha feijoada açaí favela favelas saudade fado azulejo azulejos pastéis
  agnolotti affogato affogatos aperitivo aperitivi caprese limoncello macchiato macchiatos pappardelle stracciatella cacio orecchiette
  bucatini cavatelli burrata stracchino guanciale nduja salumi amaretti cantuccini panna cotta sfogliatelle tagliolini
  ajvar börek burek ćevapi rakija lahmacun köfte ayran döner kebap maqluba shakshuka za'atar zaatar labneh fattoush sumac dukkah
  chaat dosa idli vada raita lassi ghee paneer jalebi gulab jamun ladoo laddu puja diya salwar kameez lehenga dupatta kurta
  nigiri yuzu ponzu umami kaiju tsundoku hikikomori hanami furoshiki sarariman sudoku okonomiyaki takoyaki onigiri tonkatsu katsu
  shoyu tamari kombu nori wakame omakase kintsugi wabi-sabi ikigai isekai shonen shojo tsundere soju gochujang banchan tteokbokki
  japchae kimbap mukbang hallyu hanbok chaebol chaebols pho bánh mì phở satay rendang nasi goreng laksa sambal
  khinkali khachapuri pelmeni varenyky vareniki borshch kompromat siloviki samizdat nomenklatura
  smörgåsbord smorgasbord smörgås hygge hyggelig lagom fika gravadlax gravlax skyr jökull ombudsperson friluftsliv
  whānau hāngī haka pounamu mōrena kōrero lūʻau muʻumuʻu ʻukulele senpai adhan
  bête époque d'oeuvres kölsch bockwurst peón peones desaparecido desaparecidos animé crèche crèches château châteaux
  tete-a-tete tete-a-tetes d'ye autopkgtest gsutil ethereum wishlist wishlists bella figura
  argv autoconf autocomplete automake autosave autostart autotools backend backends backport backports bash binutils bitcode bitfield
  bitfields bitmap bitmaps bool boot bootup breakpoints bugfix bugfixes bugzilla bzip cgroup cgroups changelog changelogs changeset
  changesets charset charsets chmod chown chroot cmake codec codecs codepage codepoint codepoints colormap colorspace config configs
  coredump coreutils cron crontab csv ctags daemon daemonize datetime debconf debian deduplicate deduplicated denylist deref dereference
  dereferenced dereferences dereferencing deserialize dev devs dialog dialogs dirname disasm distro distros dlopen dmesg docbook docker
  docstring docstrings downcase dpkg emacs emoji emojis endian endianness enum enums env envvar envvars epoll errno exec executables
  ext fallback fallbacks favicon fcntl ffmpeg fifo fifos filename filenames filesystem filesystems fileinfo firefox fontconfig foreach
  framebuffer freebsd frontend frontends fstab gcc getenv gettext gid git gitattributes gitignore glibc gmane gnome gnupg golang gpg grep grub
  gtk gui guis gzip hardcode hardcoded hasht hashtag hashtags hotfix hotkey hotkeys hotplug hunspell ide init initramfs inlined inlining
  inode inodes int ints ioctl ioctls ipv4 ipv6 iconv imap jar javac javascript javadoc jpeg jquery json kde kernel keyring keyrings keysym
  keysyms keytab keyword ldconfig lexer lexers libc libgcc libm libtool linter linters linux localhost locale locales localtime login
  logins lookahead lookup lossy lua lvalue lvalues macos macros makefile makefiles malloc memset menubar menubars metadata mkdir mmap
  monorepo mount mounts msdos multiarch multibyte mutex mutexes mysql namespace namespaces neovim netfilter netlink netmask newline
  newlines nginx noop npm nullable numpad ocaml offline online openssl openssh osx params parser parsers passphrase passwd pathname pathnames
  perl perldoc php pid pids pixbuf pixmap plaintext plugin plugins png popen popup popups posix postgres pragma pragmas preload prepend
  prepended preprocess preprocessor printf proc progressbar proxied pseudocode pthread pthreads pty pypi python quicksort readme readmes
  realtime recompile redirect refactor refactored refactoring regex regexes regexp regexps repo repos runlevel runtime runtimes rvalue
  sandboxed sbrk scalable scrollbar scrollbars segfault segfaults selinux semver setenv setuid shader shaders signedness sizeof smartcard
  sockaddr sqlite squashfs src ssh sshd stateful stdin stdlib stdout stderr strace strcmp strdup strlen struct structs styleguide subclass
  subclasses subcommand subcommands subdir subdirectories subdirectory subdirs submodule submodules subnet subnets subrepo subshell
  substring substrings subtree subtrees sudo superclass superuser swapfile symlink symlinked symlinks syntax syscall syscalls sysctl syslog
  systemd tarball tarballs tcp teardown templated termios testcase testcases texinfo textbox textwrap timestamp timestamps timezone
  timezones tmp todo todos tokenize tokenizer toolbar toolbars toolchain toolchains toolkit toolkits tooltip tooltips tuple tuples typedef
  typedefs typename typo typos tzdata udev uid uint umask uname unary uncomment undef unescape unescaped unexport unexported unicode uninstall unix
  unregister unsafe unsetenv untracked upcase upstream uri uris url urls useradd userdel userland username usernames userspace utf uuid
  uuids valgrind vararg varargs vbox vcs viewport viewports vim virtualbox virtualenv virtualenvs vmware wasm webhook webhooks website
  whitelist whitespace widget widgets wildcard wildcards workaround workarounds workflow workspace workspaces xattr xattrs xcode xml xsltproc
  xterm yaml zip zlib zsh zstd]]
