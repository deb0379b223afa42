"""What a frozen Hone starts with: the window, or one of the children that it starts of itself."""

from desktop.__main__ import main

raise SystemExit(main())
