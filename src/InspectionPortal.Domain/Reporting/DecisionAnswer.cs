namespace InspectionPortal.Domain.Reporting;

/// <summary>What a chief officer answers to a decision sought.</summary>
public enum DecisionAnswer
{
    Agreed,
    NotAgreed,
    Deferred,
}
