# Calls a gateway of ghl-users with a signed request. What is signed, and how, is written down in the package's
# documentation ("Signatures"); this needs nothing but Ruby.
#
#   GHL_KEY_ID=… GHL_SECRET=… ruby signed_request.rb GET https://gateway.example/users/ve9EPM428h8vShlRW1KT
#   GHL_KEY_ID=… GHL_SECRET=… ruby signed_request.rb PUT https://gateway.example/users/ve9EPM428h8vShlRW1KT '{"lastName":"Ray"}'

require "net/http"
require "openssl"
require "securerandom"

# The value of the header X-Ghl-Users-Signature. `path` is as it is sent, with the query.
def signature(key_id, secret, method, path, body = "", time: Time.now.to_i, nonce: SecureRandom.urlsafe_base64(18))
  text = ["ghl-users-v1", key_id, method, path, time, nonce, OpenSSL::Digest::SHA256.hexdigest(body)].join("\n")
  "v1;key=#{key_id};t=#{time};nonce=#{nonce};sig=#{OpenSSL::HMAC.hexdigest("SHA256", secret, text)}"
end

if $PROGRAM_NAME == __FILE__
  method, url, body = ARGV
  uri = URI(url)
  request = Net::HTTPGenericRequest.new(method, !body.nil?, true, uri.request_uri)
  request["Content-Type"] = "application/json" if body
  request["X-Ghl-Users-Signature"] = signature(ENV.fetch("GHL_KEY_ID"), ENV.fetch("GHL_SECRET"), method, uri.request_uri, body || "")
  request.body = body
  answer = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") { |http| http.request(request) }
  puts answer.body
  exit answer.is_a?(Net::HTTPSuccess)
end
