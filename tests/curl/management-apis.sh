# source: seed:management-apis, "Authentication" and "Examples"

# Using a PAT
curl -H "Authorization: Bearer <your-pat-token>" \
  https://api.spice.ai/v1/apps
#: status 200
#: body {"apps": []}

# Exchange client credentials for an access token
curl -X POST https://spice.ai/api/oauth/token \
  -H "Content-Type: application/json" \
  -d '{
    "client_id": "your-client-id",
    "client_secret": "your-client-secret",
    "grant_type": "client_credentials"
  }'
#: status 200
#: body {"access_token": {"$type": "string"}, "token_type": "Bearer", "expires_in": 3600}
#: save access_token /access_token

# Use the access token in subsequent requests
curl -H "Authorization: Bearer <access-token>" \
  https://api.spice.ai/v1/apps
#: status 200
#: body {"apps": []}

# List all apps
curl -H "Authorization: Bearer <token>" \
  https://api.spice.ai/v1/apps
#: status 200
#: body {"apps": []}

# Create a new app
curl -X POST https://api.spice.ai/v1/apps \
  -H "Authorization: Bearer <token>" \
  -H "Content-Type: application/json" \
  -d '{
    "name": "my-app",
    "cname": "us-west-2-prod-aws-data",
    "description": "My Spice app",
    "visibility": "private"
  }'
#: status 201
#: body {"name": "my-app", "cname": "us-west-2-prod-aws-data", "description": "My Spice app", "visibility": "private"}
#: save app /id

# The spicepod (added): without one there is nothing to deploy
curl -X PUT https://api.spice.ai/v1/apps/123 \
  -H "Authorization: Bearer <token>" \
  -H "Content-Type: application/json" \
  -d '{"spicepod": {"version": "v1", "kind": "Spicepod", "name": "my-app"}}'
#: status 200

# Create a deployment
curl -X POST https://api.spice.ai/v1/apps/123/deployments \
  -H "Authorization: Bearer <token>" \
  -H "Content-Type: application/json" \
  -d '{
    "branch": "main",
    "commit_sha": "abc123",
    "commit_message": "Deploy latest changes"
  }'
#: status 202
#: body {"status": "queued", "branch": "main", "commit_sha": "abc123", "commit_message": "Deploy latest changes"}

# Add a secret
curl -X POST https://api.spice.ai/v1/apps/123/secrets \
  -H "Authorization: Bearer <token>" \
  -H "Content-Type: application/json" \
  -d '{
    "name": "DATABASE_URL",
    "value": "postgresql://user:pass@host:5432/db"
  }'
#: status 200
#: body {"name": "DATABASE_URL", "value": {"$regex": "^\\*+$"}}
