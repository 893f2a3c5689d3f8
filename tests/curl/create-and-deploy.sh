# source: seed:skill, "Create and Deploy an App"

# 1. List regions
curl -H "Authorization: Bearer $SPICE_API_TOKEN" \
  https://api.spice.ai/v1/regions
#: status 200
#: body {"regions": {"$contains": {"region": "us-west-2", "provider": "aws", "providerName": "Amazon Web Services"}}, "default": "us-west-2"}

# 2. Create app
curl -X POST https://api.spice.ai/v1/apps \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"name": "analytics-app", "cname": "us-west-2"}'
#: status 201
#: body {"id": {"$type": "integer"}, "name": "analytics-app", "region": "us-west-2", "visibility": "private"}
#: save app /id

# 3. Add secrets (use the app ID from step 2)
curl -X POST https://api.spice.ai/v1/apps/123/secrets \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"name": "PG_PASS", "value": "secret123"}'
#: status 200
#: body {"name": "PG_PASS", "value": {"$regex": "^\\*+$"}}

# 4. Deploy, before there is a spicepod (added): "Check app has a valid spicepod configured" says the troubleshooting
curl -X POST https://api.spice.ai/v1/apps/123/deployments \
  -H "Authorization: Bearer $SPICE_API_TOKEN"
#: status 400
#: body {"error": {"$contains": "spicepod"}}

# 4. The spicepod (added)
curl -X PUT https://api.spice.ai/v1/apps/123 \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"spicepod": "version: v1\nkind: Spicepod\nname: analytics-app\n"}'
#: status 200
#: body {"config": {"spicepod": {"$contains": "kind: Spicepod"}}}

# 4. Deploy
curl -X POST https://api.spice.ai/v1/apps/123/deployments \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"branch": "main", "commit_message": "Initial deployment"}'
#: status 202
#: body {"id": {"$type": "integer"}, "status": "queued", "branch": "main", "commit_message": "Initial deployment"}

# 5. Check deployment status
curl -H "Authorization: Bearer $SPICE_API_TOKEN" \
  "https://api.spice.ai/v1/apps/123/deployments?limit=1"
#: status 200
#: body {"deployments": [{"status": "succeeded", "error_code": null}]}
