"""What the tests share: servers that do as they are told, and processes of their own."""
