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
    /// <summary>A field's name in the partnership's own words; null, or a null answer, means the portal's.</summary>
    public Func<string, string?>? Label { get; init; }

    /// <summary>What a stored value of a field reads as; null, or a null answer, means as it stands.</summary>
    public Func<string, string, string?>? Value { get; init; }

    /// <summary>True where the place in an order is worth saying: something that was there moved.</summary>
    public bool IsMove { get; init; }

    public static AuditReading Platform { get; } = new(new Dictionary<Guid, string>(), TimeZoneInfo.Utc);
}

/// <summary>Turns audit entries into words.</summary>
public static partial class AuditWords
{
    private const string No = "no";
    private const string Place = "Position";

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
        ["MeasureUse"] = "place where a measure is used",
        ["MeasurePhase"] = "rebase of a measure",
        ["MeasureAnnotation"] = "note on a chart",
        ["PointCorrection"] = "correction of a figure",
        ["SignalAnswer"] = "answer to a signal",
        ["TestOfChange"] = "test of change",
        ["UpdateFigure"] = "figure of an update",
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
        ["CategoryNote"] = "note in place of steps",
        ["DependsOn"] = "dependency of a project",
        ["PartnershipJob"] = "job",
        ["PlanImport"] = "import of a plan",
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
        ["Layout"] = "Columns of the plan",
        ["Vocabulary"] = "Words of the plan",
        ["EvidenceText"] = "Evidence, in the plan’s words",
        ["LeadsText"] = "Leads as the plan writes them",
        ["OwnersText"] = "Owners as the plan writes them",
        ["IsChangeIdea"] = "Change idea",
        ["AskedByUserId"] = "Asked by",
        ["FileSha256"] = "SHA-256 of its file",
        ["DoneOn"] = "Delivered on",
        ["DoneText"] = "What was delivered",
        ["ChartReason"] = "Why this chart",
        ["BaselinePoints"] = "Points of the baseline",
        ["ScreenMovingRanges"] = "Leave out very large moving ranges",
        ["IsIllustrative"] = "Illustrative",
        ["IsExcluded"] = "Left out of the reading",
        ["ExcludedReason"] = "Why it is left out",
        ["EnteredByUserId"] = "Entered by",
        ["StartsOn"] = "From",
        ["FiguresTo"] = "Newest figure then",
        ["FileSize"] = "Bytes of its file",
        ["Sha256"] = "SHA-256 of its file",
        ["ByUserId"] = "Read by",
        ["BroughtInByUserId"] = "Brought in by",
        ["UndoneByUserId"] = "Undone by",
        ["NewPlanTitle"] = "Title of the new plan",
    };

    /// <summary>Fields that say nothing to people.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "TenantId", "UserName", "NormalizedUserName", "NormalizedEmail", "SecurityStamp", "ConcurrencyStamp", "PhoneNumberConfirmed", "TwoFactorEnabled",
        "LockoutEnabled", "LockoutEnd", "AccessFailedCount", "Position", "StorageName", "Source", "EmailConfirmed", "InvitedByTenantId", "Choices", "Done", "Agreed", "Pieces", "JobId",
    };

    /// <summary>Names of choices in code, such as "InProgress".</summary>
    private static readonly HashSet<string> Codes =
        [.. typeof(AuditWords).Assembly.GetTypes().Concat(typeof(Measurement.ChartKind).Assembly.GetTypes()).Where(t => t.IsEnum).SelectMany(Enum.GetNames)];

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
            .Where(field => !Silent.Contains(field.Name) || (reading.IsMove && field.Name == Place))
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
        var name = reading.Label?.Invoke(field.Name) ?? Fields.GetValueOrDefault(field.Name) ?? Words(field.Name);
        if (field.Value.ValueKind != JsonValueKind.Object)
        {
            return new FieldChange(name, null, "changed");
        }

        var (before, after) = (Value(field, "before", reading), Value(field, "after", reading));

        // Of something new, that a box was not ticked says nothing.
        return before is null && after == No ? new FieldChange(name, null, null) : new FieldChange(name, before, after);
    }

    private static string? Value(JsonProperty field, string side, AuditReading reading)
    {
        if (!field.Value.TryGetProperty(side, out var value))
        {
            return null;
        }

        // Places are counted from 0 in code and from 1 by people.
        return field.Name == Place && value.TryGetInt32(out var place) ? (place + 1).ToString(CultureInfo.InvariantCulture)
            : value.ValueKind == JsonValueKind.String && reading.Value?.Invoke(field.Name, value.GetString()!) is { } words ? words
            : Text(value, reading);
    }

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

        if (value.TryGetProperty("columns", out var columns) && columns.ValueKind == JsonValueKind.Array)
        {
            return string.Join(" · ", columns.EnumerateArray().Select(Column));
        }

        if (value.EnumerateObject().Any() && value.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String && p.Name != "kind"))
        {
            return string.Join(" · ", value.EnumerateObject().Select(p => p.Value.GetString()));
        }

        return value.TryGetProperty("kind", out _) || !value.EnumerateObject().Any() ? null : "as set";
    }

    /// <summary>A column of a plan by its label, else by what it holds.</summary>
    private static string Column(JsonElement column) =>
        column.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.String
            ? label.GetString()!
            : column.TryGetProperty("field", out var field) ? Words(field.ToString()) : "";

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
