namespace InspectionPortal.PlanDocuments.Columns;

/// <summary>What a column of a plan can be read as.</summary>
public enum ImportField
{
    Aim,
    Driver,
    Number,
    Title,
    Difference,
    Success,
    Impact,
    Deadline,
    Leads,
    LeadsWith,
    Measures,
    Progress,
    Evidence,
    Risk,
    Rag,
    Status,
    Recommendations,
    Financial,
    Workforce,
    Partners,
    Systems,
    Leadership,
    ClosingTheLoop,
    OtherActions,

    /// <summary>One month of a year planner.</summary>
    Month,

    /// <summary>Kept with the project under its header.</summary>
    Other,
}
