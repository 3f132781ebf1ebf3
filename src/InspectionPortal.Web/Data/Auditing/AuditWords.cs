using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using InspectionPortal.Web.Infrastructure.TagHelpers;

namespace InspectionPortal.Web.Data.Auditing;

/// <summary>One field of a change, in words. Null is nothing.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>What a change's values need to be read: names behind ids, and the zone of moments.</summary>
/// <param name="Names">Names of things and people by id; one that is not there is left as "something no longer here".</param>
/// <param name="Zone">The zone in which moments are shown.</param>
public sealed record AuditReading(IReadOnlyDictionary<Guid, string> Names, TimeZoneInfo Zone)
{
    public static AuditReading Platform { get; } = new(new Dictionary<Guid, string>(), TimeZoneInfo.Utc);
}

/// <summary>Turns audit entries into words.</summary>
public static partial class AuditWords
{
    private const string No = "no";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["ImprovementProject"] = "project",
        ["ProjectLead"] = "lead of a project",
        ["DeadlineSlip"] = "change of deadline",
        ["ProgressUpdate"] = "update",
        ["UpdateEntry"] = "entry of an update",
        ["ReportingPeriod"] = "reporting period",
        ["Submission"] = "submitted quarter",
        ["PublishedReport"] = "published report",
        ["EvidenceItem"] = "evidence",
        ["EvidenceVersion"] = "version of evidence",
        ["EvidenceLink"] = "what evidence proves",
        ["Membership"] = "role of a member",
        ["LeadResponsibility"] = "responsibility",
        ["ResponsibilityHolder"] = "holder of a responsibility",
        ["RecommendationLink"] = "link to a recommendation",
        ["StretchAim"] = "aim",
        ["KeyDriver"] = "driver",
        ["MeasurePoint"] = "figure of a measure",
        ["MeasureTarget"] = "target of a measure",
        ["SubAction"] = "sub-action",
        ["SubActionOwner"] = "owner of a sub-action",
        ["PlanSection"] = "section of the plan",
        ["ExternalPlan"] = "plan referred to",
        ["PlanInspection"] = "inspection the plan answers",
        ["InspectionBody"] = "body of an inspection",
        ["InspectionQuestion"] = "question of an inspection",
        ["ScrutinyGrant"] = "scrutiny access",
        ["ScrutinyBody"] = "scrutiny body",
        ["ScrutinyOfficer"] = "link officer",
        ["PortalUser"] = "account",
        ["PartnershipJob"] = "job",
        ["DependsOn"] = "what a project depends on",
    };

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["Rag"] = "Rating",
        ["RagAccepted"] = "Rating accepted",
        ["RagProposed"] = "Rating proposed",
        ["RagKey"] = "Key to ratings",
        ["LeadResponsibilityId"] = "Responsibility",
        ["UserId"] = "Person",
        ["BodyId"] = "Scrutiny body",
        ["OfficerUserId"] = "Only this officer",
        ["AimId"] = "Aim",
        ["ReportsToId"] = "Reports to",
        ["ValueText"] = "Value as written",
        ["DateText"] = "Date as written",
        ["AimText"] = "What the project aims for",
        ["NoChange"] = "No change since last quarter",
        ["Slug"] = "Address",
        ["EmailConfirmed"] = "E-mail address accepted",
        ["Email"] = "E-mail address",
        ["DisplayName"] = "Name",
        ["IsDisabled"] = "Switched off",
        ["PasswordHash"] = "Password",
        ["InvitedByTenantId"] = "Invited by",
        ["FirstLeadUserId"] = "First partnership lead",
        ["AsAt"] = "As-at date",
        ["AskedByUserId"] = "Asked by",
        ["FileSha256"] = "SHA-256 of its file",
        ["FileSize"] = "Bytes of its file",
    };

    /// <summary>Fields that say nothing to people.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "TenantId", "UserName", "NormalizedUserName", "NormalizedEmail", "SecurityStamp", "ConcurrencyStamp", "PhoneNumberConfirmed", "TwoFactorEnabled",
        "LockoutEnabled", "LockoutEnd", "AccessFailedCount", "Position", "StorageName", "Source", "EmailConfirmed", "InvitedByTenantId",
    };

    /// <summary>Names of choices in code, such as "InProgress".</summary>
    private static readonly HashSet<string> Codes =
        [.. typeof(AuditWords).Assembly.GetTypes().Where(t => t.IsEnum).SelectMany(Enum.GetNames)];

    /// <summary>What people call that kind of thing.</summary>
    public static string Kind(string entityType) =>
        Kinds.GetValueOrDefault(entityType) ?? Capital().Replace(entityType, " $0").ToLowerInvariant();

    /// <summary>Such as "Changed project".</summary>
    public static string Action(AuditAction action, string entityType) => $"{action} {Kind(entityType)}";

    /// <summary>The changed fields in words; those that say nothing are left out.</summary>
    public static IReadOnlyList<FieldChange> Changes(string json, AuditReading reading)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject()
            .Where(field => !Silent.Contains(field.Name))
            .Select(field => Change(field, reading))
            .Where(change => change.Before is not null || change.After is not null)];
    }

    /// <summary>Every id that stands as a value in the change, to look its name up.</summary>
    public static IEnumerable<Guid> Ids(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject()
            .Where(field => field.Value.ValueKind == JsonValueKind.Object)
            .SelectMany(field => field.Value.EnumerateObject())
            .Where(value => value.Value.ValueKind == JsonValueKind.String)
            .Select(value => value.Value.TryGetGuid(out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)];
    }

    private static FieldChange Change(JsonProperty field, AuditReading reading)
    {
        var name = Fields.GetValueOrDefault(field.Name) ?? Words(field.Name);
        if (field.Value.ValueKind != JsonValueKind.Object)
        {
            return new FieldChange(name, null, "changed");
        }

        var (before, after) = (Value(field.Value, "before", reading), Value(field.Value, "after", reading));

        // Of something new, that a box was not ticked says nothing.
        return before is null && after == No ? new FieldChange(name, null, null) : new FieldChange(name, before, after);
    }

    private static string? Value(JsonElement change, string side, AuditReading reading) =>
        change.TryGetProperty(side, out var value) ? Text(value, reading) : null;

    private static string? Text(JsonElement value, AuditReading reading) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => "yes",
        JsonValueKind.False => No,
        JsonValueKind.Array => value.GetArrayLength() == 0 ? null : string.Join("; ", value.EnumerateArray().Select(item => Text(item, reading))),
        JsonValueKind.String => StringText(value, reading),
        JsonValueKind.Object => Stored(value),
        _ => value.GetRawText(),
    };

    private static string? StringText(JsonElement value, AuditReading reading)
    {
        var text = value.GetString()!;
        if (value.TryGetGuid(out var id))
        {
            return reading.Names.GetValueOrDefault(id) ?? "something no longer here";
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        }

        if (Moment().IsMatch(text) && value.TryGetDateTimeOffset(out var at))
        {
            return TimeZoneInfo.ConvertTime(at, reading.Zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        }

        return text is ['{' or '[', ..] ? Parsed(text) : Codes.Contains(text) ? StatusTagHelper.Words(text) : text.Length == 0 ? null : text;
    }

    /// <summary>A value that is kept as JSON: a deadline gives its words, everything else only that it is there.</summary>
    private static string? Parsed(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Stored(document.RootElement) : "as set";
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private static string? Stored(JsonElement value)
    {
        if (value.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
        {
            return text.GetString() is { Length: > 0 } words ? words : null;
        }

        return value.TryGetProperty("kind", out _) || !value.EnumerateObject().Any() ? null : "as set";
    }

    private static string Words(string field)
    {
        var name = field.EndsWith("Id", StringComparison.Ordinal) ? field[..^2] : field;
        var words = Capital().Replace(name, " $0").ToLowerInvariant();
        return words.Length == 0 ? field : char.ToUpperInvariant(words[0]) + words[1..];
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex Capital();

    [GeneratedRegex("\\A\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}", RegexOptions.None, 1000)]
    private static partial Regex Moment();
}
