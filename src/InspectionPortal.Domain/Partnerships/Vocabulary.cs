using System.Text.Json.Serialization;

namespace InspectionPortal.Domain.Partnerships;

/// <summary>Singular visible words that a partnership can change. A null word means the portal's own.</summary>
public sealed record Vocabulary
{
    public string? Recommendation { get; init; }
    public string? StretchAim { get; init; }
    public string? KeyDriver { get; init; }
    public string? ImprovementProject { get; init; }
    public string? SubAction { get; init; }
    public string? Measure { get; init; }

    [JsonIgnore]
    public string RecommendationWord => Recommendation ?? "Recommendation";

    [JsonIgnore]
    public string StretchAimWord => StretchAim ?? "Stretch aim";

    [JsonIgnore]
    public string KeyDriverWord => KeyDriver ?? "Key driver";

    [JsonIgnore]
    public string ImprovementProjectWord => ImprovementProject ?? "Improvement project";

    [JsonIgnore]
    public string SubActionWord => SubAction ?? "Sub-action";

    [JsonIgnore]
    public string MeasureWord => Measure ?? "Measure";
}
