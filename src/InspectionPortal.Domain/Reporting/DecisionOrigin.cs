using System.Text.Json.Serialization;

namespace InspectionPortal.Domain.Reporting;

/// <summary>Where a decision sought comes from. Stored by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionOrigin>))]
public enum DecisionOrigin
{
    /// <summary>The partnership lead wrote it.</summary>
    Lead,

    /// <summary>An accepted update asks for help.</summary>
    HelpNeeded,

    /// <summary>An accepted update expects to be done after the deadline.</summary>
    LaterForecast,
}
