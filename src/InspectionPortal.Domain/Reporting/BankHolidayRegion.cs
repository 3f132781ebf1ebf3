namespace InspectionPortal.Domain.Reporting;

/// <summary>Whose bank holidays count. England and Wales have the same ones.</summary>
public enum BankHolidayRegion
{
    EnglandAndWales,
    Scotland,
    NorthernIreland,
    Jersey,
}
