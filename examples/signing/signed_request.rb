# Calls a gateway of ghl-users with a signed request (RFC 9421). What is signed, and how, is written down in the package's
# documentation (docs/signatures.md); this needs nothing but Ruby.
#
#   GHL_KEY_ID=… GHL_SECRET=… ruby signed_request.rb GET https://gateway.example/users/ve9EPM428h8vShlRW1KT
#   GHL_KEY_ID=… GHL_SECRET=… ruby signed_request.rb PUT https://gateway.example/users/ve9EPM428h8vShlRW1KT '{"lastName":"Ray"}'

require "net/http"
require "openssl"
require "securerandom"

# The three headers of a request. `target` is the path as it is sent, with the query.
def signature(key_id, secret, method, target, body = "", time: Time.now.to_i, nonce: SecureRandom.urlsafe_base64(18))
  path, query = target.split("?", 2)
  digest = "sha-256=:#{[OpenSSL::Digest::SHA256.digest(body)].pack("m0")}:"
  values = { "@method" => method, "@path" => path, "@query" => "?#{query}", "content-digest" => digest }
  covered = values.keys.map { |name| %("#{name}") }.join(" ")
  params = %[(#{covered});created=#{time};nonce="#{nonce}";keyid="#{key_id}";tag="ghl-users"]
  base = [*values.map { |name, value| %("#{name}": #{value}) }, %("@signature-params": #{params})].join("\n")
  sig = [OpenSSL::HMAC.digest("SHA256", secret, base)].pack("m0")
  { "Content-Digest" => digest, "Signature-Input" => "ghl-users=#{params}", "Signature" => "ghl-users=:#{sig}:" }
end

if $PROGRAM_NAME == __FILE__
  method, url, body = ARGV
  uri = URI(url)
  request = Net::HTTPGenericRequest.new(method, !body.nil?, true, uri.request_uri)
  request["Content-Type"] = "application/json" if body
  signature(ENV.fetch("GHL_KEY_ID"), ENV.fetch("GHL_SECRET"), method, uri.request_uri, body || "").each do |name, value|
    request[name] = value
  end
  request.body = body
  answer = Net::HTTP.start(uri.host, uri.port, use_ssl: uri.scheme == "https") { |http| http.request(request) }
  puts answer.body
  exit answer.is_a?(Net::HTTPSuccess)
end
