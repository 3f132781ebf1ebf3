using System.Text.Json.Serialization;
using InspectionPortal.PlanDocuments.Columns;

namespace InspectionPortal.PlanDocuments.Plans;

/// <summary>One column of the file.</summary>
/// <param name="Header">Its words; the upper header first where there are two levels.</param>
/// <param name="MappedTo">The wire name of what its cells are read as; null for a column left out because it is empty.</param>
public sealed record ImportedColumn(string Header, string? MappedTo)
{
    /// <summary>How sure the reading is, from 0 to 1; 1 also for a choice by hand.</summary>
    [JsonIgnore]
    public double Sureness { get; init; }

    /// <summary>Why, in a few words: "header", "content", "earlier choice", "choice".</summary>
    [JsonIgnore]
    public string Because { get; init; } = "";

    /// <summary>The wire name of what it could be instead, where that is likely too; null where nothing is.</summary>
    [JsonIgnore]
    public string? Second { get; init; }

    /// <summary>True where what it was read as is not certain, and something else is likely too.</summary>
    [JsonIgnore]
    public bool IsDoubtful => Sureness < ColumnMapper.Sure && Second is not null && Second != MappedTo;

    /// <summary>The first words in it.</summary>
    [JsonIgnore]
    public string? First { get; init; }

    /// <summary>How many of its cells hold something.</summary>
    [JsonIgnore]
    public int Filled { get; init; }

    /// <summary>How many cells it has.</summary>
    [JsonIgnore]
    public int Cells { get; init; }
}
