namespace InspectionPortal.Domain.Measures;

public enum SignalAnswerKind
{
    Signal,
    TargetInDanger,
    Disagreement,
}
