using System.Text.Json;

namespace InspectionPortal.Web.Identity.Factors;

/// <summary>What the browser needs to ask for a passkey.</summary>
/// <param name="Options">The options of the Web Authentication API.</param>
/// <param name="State">What the portal has to get back with the answer; sealed.</param>
public sealed record PasskeyQuestion(JsonElement Options, string State);
