# source: seed:skill, "Health Check" to "Container Images"

# Health check: no authentication required
curl https://api.spice.ai/v1/health
#: status 200
#: body {"status": "ok", "timestamp": {"$regex": "^[0-9-]+T[0-9:]+\\.[0-9]{3}Z$"}}

# Create app
curl -X POST https://api.spice.ai/v1/apps \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{
    "name": "my-app",
    "cname": "us-west-2",
    "description": "Production analytics app",
    "visibility": "private"
  }'
#: status 201
#: body {"name": "my-app", "description": "Production analytics app", "visibility": "private"}
#: save app /id

# Update app
curl -X PUT https://api.spice.ai/v1/apps/{appId} \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{
    "description": "Updated description",
    "replicas": 3,
    "image_tag": "1.5.0-models"
  }'
#: status 200
#: body {"description": "Updated description", "config": {"replicas": 3, "image_tag": "1.5.0-models"}}

# List deployments
curl -H "Authorization: Bearer $SPICE_API_TOKEN" \
  "https://api.spice.ai/v1/apps/{appId}/deployments?limit=10&status=succeeded"
#: status 200
#: body {"deployments": []}

# Create or update secret
curl -X POST https://api.spice.ai/v1/apps/{appId}/secrets \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"name": "OPENAI_API_KEY", "value": "sk-..."}'
#: status 200
#: body {"name": "OPENAI_API_KEY"}

# Delete secret
curl -X DELETE https://api.spice.ai/v1/apps/{appId}/secrets/OPENAI_API_KEY \
  -H "Authorization: Bearer $SPICE_API_TOKEN"
#: status 204

# Regenerate primary key (default)
curl -X POST https://api.spice.ai/v1/apps/{appId}/api-keys \
  -H "Authorization: Bearer $SPICE_API_TOKEN"
#: status 200
#: body {"regenerated_key": 1}

# Regenerate both
curl -X POST https://api.spice.ai/v1/apps/{appId}/api-keys \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"key_number": 0}'
#: status 200
#: body {"regenerated_key": 0}

# Add member: the user must have signed in to Spice.ai at least once
curl -X POST https://api.spice.ai/v1/members \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"username": "jdoe", "roles": ["member"]}'
#: status 404
#: body {"error": {"$contains": "signed in"}}

# Container images: stable channel (default)
curl -H "Authorization: Bearer $SPICE_API_TOKEN" \
  https://api.spice.ai/v1/container-images
#: status 200
#: body {"images": {"$contains": {"name": "spiceai/spiceai:1.5.0-models", "tag": "1.5.0-models", "channel": "stable"}}, "default": "1.5.0-models"}

# Container images: enterprise channel
curl -H "Authorization: Bearer $SPICE_API_TOKEN" \
  "https://api.spice.ai/v1/container-images?channel=enterprise"
#: status 200
#: body {"images": {"$each": {"channel": "enterprise"}}}

# Delete app
curl -X DELETE https://api.spice.ai/v1/apps/{appId} \
  -H "Authorization: Bearer $SPICE_API_TOKEN"
#: status 204
