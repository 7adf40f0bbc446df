import sys

from app import greeting

print(greeting(sys.argv[1] if len(sys.argv) > 1 else "world"))
