# source: seed:skill, "Rotate API Keys (Zero Downtime)"

# 0. An app (added): the document has one
curl -X POST https://api.spice.ai/v1/apps \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"name": "analytics-app", "cname": "us-west-2"}'
#: status 201
#: save app /id

# 1. Get current keys
curl -H "Authorization: Bearer $SPICE_API_TOKEN" \
  https://api.spice.ai/v1/apps/123/api-keys
#: status 200
#: body {"api_key": {"$type": "string"}, "api_key_2": {"$type": "string"}}
#: save first /api_key
#: save second /api_key_2

# 2. Regenerate secondary key
curl -X POST https://api.spice.ai/v1/apps/123/api-keys \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"key_number": 2}'
#: status 200
#: body {"api_key": "$first", "api_key_2": {"$type": "string", "$not": "$second"}, "regenerated_key": 2}
#: save new_second /api_key_2

# 3. Update clients to use new secondary key
# 4. Regenerate primary key
curl -X POST https://api.spice.ai/v1/apps/123/api-keys \
  -H "Authorization: Bearer $SPICE_API_TOKEN" \
  -H "Content-Type: application/json" \
  -d '{"key_number": 1}'
#: status 200
#: body {"api_key": {"$type": "string", "$not": "$first"}, "api_key_2": "$new_second", "regenerated_key": 1}
