using System.Text.Json.Serialization;

namespace InspectionPortal.Domain.Partnerships;

/// <summary>What a column of a plan can hold. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanField>))]
public enum PlanField
{
    Number,
    What,
    Difference,
    Success,
    Impact,
    Deadline,
    Leads,
    Evidence,
    Risk,
    Rating,
    Status,
    Measures,
    Updates,
    LatestUpdate,
    Recommendations,
    Reference,
    Forecast,
    SubActions,
    Financial,
    Workforce,
    Partners,
    Systems,
    Leadership,
    ClosingTheLoop,
    OtherActions,
}
